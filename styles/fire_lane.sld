<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>fire_lane</Name>
    <UserStyle>
      <Name>fire_lane</Name>
      <Title>森林防火通道</Title>
      <Abstract>Forest fire lanes</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Title>规划或在建防火通道</Title>
          <Abstract>Planned fire lane</Abstract>
          <ogc:Filter><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>planned</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>building</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Filter>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#C2571A</CssParameter>
              <CssParameter name="stroke-width">1.6</CssParameter>
              <CssParameter name="stroke-linecap">butt</CssParameter>
              <CssParameter name="stroke-dasharray">7 3</CssParameter>
            </Stroke>
          </LineSymbolizer>
        </Rule>
        <Rule>
          <Title>防火通道</Title>
          <Abstract>Fire lane</Abstract>
          <ElseFilter/>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#C2571A</CssParameter>
              <CssParameter name="stroke-width">1.6</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
