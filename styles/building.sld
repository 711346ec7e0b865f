<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>building</Name>
    <UserStyle>
      <Name>building</Name>
      <Title>房屋建筑</Title>
      <Abstract>Buildings</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Title>A、B 级或未评定</Title>
          <Abstract>Grade A or B, or none</Abstract>
          <ElseFilter/>
          <MaxScaleDenominator>12000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#CFC6B8</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#9A8F7E</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>C 级（局部危险）</Title>
          <Abstract>Grade C (partly dangerous)</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>danger_grade</ogc:PropertyName><ogc:Literal>C</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>12000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#D99B6C</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#A3683C</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>D 级（整幢危险）</Title>
          <Abstract>Grade D (dangerous)</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>danger_grade</ogc:PropertyName><ogc:Literal>D</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>12000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#B5483A</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#7C2B20</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <ElseFilter/>
          <MinScaleDenominator>12000</MinScaleDenominator>
          <MaxScaleDenominator>30000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#CFC6B8</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#9A8F7E</CssParameter>
              <CssParameter name="stroke-width">0.3</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>danger_grade</ogc:PropertyName><ogc:Literal>C</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MinScaleDenominator>12000</MinScaleDenominator>
          <MaxScaleDenominator>30000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#D99B6C</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#A3683C</CssParameter>
              <CssParameter name="stroke-width">0.3</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>danger_grade</ogc:PropertyName><ogc:Literal>D</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MinScaleDenominator>12000</MinScaleDenominator>
          <MaxScaleDenominator>30000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#B5483A</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#7C2B20</CssParameter>
              <CssParameter name="stroke-width">0.3</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <ElseFilter/>
          <MinScaleDenominator>30000</MinScaleDenominator>
          <MaxScaleDenominator>400000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#CFC6B8</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>danger_grade</ogc:PropertyName><ogc:Literal>C</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MinScaleDenominator>30000</MinScaleDenominator>
          <MaxScaleDenominator>400000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#D99B6C</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>danger_grade</ogc:PropertyName><ogc:Literal>D</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MinScaleDenominator>30000</MinScaleDenominator>
          <MaxScaleDenominator>400000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#B5483A</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <MaxScaleDenominator>3000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-size">8</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
                <Displacement>
                  <DisplacementX>0</DisplacementX>
                  <DisplacementY>0</DisplacementY>
                </Displacement>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1</Radius>
              <Fill>
                <CssParameter name="fill">#FFFFFF</CssParameter>
                <CssParameter name="fill-opacity">0.85</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#5A5248</CssParameter>
            </Fill>
            <Priority>100</Priority>
            <VendorOption name="maxDisplacement">6</VendorOption>
            <VendorOption name="autoWrap">70</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
