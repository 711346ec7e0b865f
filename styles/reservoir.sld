<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>reservoir</Name>
    <UserStyle>
      <Name>reservoir</Name>
      <Title>水库</Title>
      <Abstract>Reservoirs</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Title>水库水面</Title>
          <Abstract>Reservoir water</Abstract>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#A9CDE4</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4A86AE</CssParameter>
              <CssParameter name="stroke-width">0.7</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <Title>水库（大、中型）</Title>
          <Abstract>Reservoir (large or medium)</Abstract>
          <ogc:Filter><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>scale</ogc:PropertyName><ogc:Literal>large</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>scale</ogc:PropertyName><ogc:Literal>medium</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Filter>
          <MinScaleDenominator>50000</MinScaleDenominator>
          <MaxScaleDenominator>300000</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="symbols/reservoir.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>12</Size>
            </Graphic>
            <VendorOption name="labelObstacle">true</VendorOption>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Title>水库（大、中型）</Title>
          <Abstract>Reservoir (large or medium)</Abstract>
          <ogc:Filter><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>scale</ogc:PropertyName><ogc:Literal>large</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>scale</ogc:PropertyName><ogc:Literal>medium</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Filter>
          <MaxScaleDenominator>50000</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="symbols/reservoir.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>19</Size>
            </Graphic>
            <VendorOption name="labelObstacle">true</VendorOption>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Title>水库（小型、塘坝）</Title>
          <Abstract>Reservoir (small)</Abstract>
          <ElseFilter/>
          <MinScaleDenominator>50000</MinScaleDenominator>
          <MaxScaleDenominator>160000</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="symbols/reservoir_small.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>9</Size>
            </Graphic>
            <VendorOption name="labelObstacle">true</VendorOption>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Title>水库（小型、塘坝）</Title>
          <Abstract>Reservoir (small)</Abstract>
          <ElseFilter/>
          <MaxScaleDenominator>50000</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="symbols/reservoir_small.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>15</Size>
            </Graphic>
            <VendorOption name="labelObstacle">true</VendorOption>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <ElseFilter/>
          <MinScaleDenominator>160000</MinScaleDenominator>
          <MaxScaleDenominator>500000</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>triangle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#2E6DA4</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#FFFFFF</CssParameter>
                  <CssParameter name="stroke-width">0.6</CssParameter>
                </Stroke>
              </Mark>
              <Size>5</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <ogc:Filter><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>scale</ogc:PropertyName><ogc:Literal>large</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>scale</ogc:PropertyName><ogc:Literal>medium</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Filter>
          <MaxScaleDenominator>300000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-size">10</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
                <Displacement>
                  <DisplacementX>13</DisplacementX>
                  <DisplacementY>0</DisplacementY>
                </Displacement>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1.4</Radius>
              <Fill>
                <CssParameter name="fill">#FFFFFF</CssParameter>
                <CssParameter name="fill-opacity">0.85</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#1F5C8A</CssParameter>
            </Fill>
            <Priority>650</Priority>
            <VendorOption name="maxDisplacement">26</VendorOption>
          </TextSymbolizer>
        </Rule>
        <Rule>
          <ElseFilter/>
          <MaxScaleDenominator>60000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-size">8.5</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
                <Displacement>
                  <DisplacementX>13</DisplacementX>
                  <DisplacementY>0</DisplacementY>
                </Displacement>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1.3</Radius>
              <Fill>
                <CssParameter name="fill">#FFFFFF</CssParameter>
                <CssParameter name="fill-opacity">0.85</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#2E6DA4</CssParameter>
            </Fill>
            <Priority>300</Priority>
            <VendorOption name="maxDisplacement">22</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
